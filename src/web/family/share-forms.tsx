import type { ComponentChildren } from 'preact';
import type { ConsentResponse } from '../../consent/consent.dto.js';
import type { Section } from '../../consent/consent.types.js';
import { Form } from '../kit/form.js';
import { useView } from '../kit/view.js';
import { Button } from '../ui/blocks.js';
import { HiddenFields } from '../ui/form-parts.js';

/** Yes or no, in one tap each. */
export function AnswerForm(p: {
  action: string;
  yes: string;
  no?: string;
  question: string;
  children?: ComponentChildren;
}) {
  return (
    <form method="post" action={p.action} novalidate>
      <HiddenFields form={Form.of()} />
      <p>
        <strong>{p.question}</strong>
      </p>
      <div class="app-actions">
        <Button name="agreed" value="ja" icon="check">
          {p.yes}
        </Button>
        {p.no && (
          <Button name="agreed" value="nee" tone="secondary">
            {p.no}
          </Button>
        )}
        {p.children}
      </div>
    </form>
  );
}

/** Taking a share back, in one tap: as easy as giving it. */
export function WithdrawForm({ action, consent }: { action: string; consent: ConsentResponse }) {
  const { t } = useView();
  return (
    <form method="post" action={action} novalidate>
      <HiddenFields form={Form.of()} />
      <Button tone="warning" wide>
        {t('consent.withdraw')}
        <span class="govuk-visually-hidden"> {t('consent.withdraw-for', { school: consent.toSchool })}</span>
      </Button>
    </form>
  );
}

/** The same sections again, in one tap. */
export function GiveAgainForm({ action, sections }: { action: string; sections: readonly Section[] }) {
  const { t } = useView();
  const values = Object.fromEntries(sections.map((section, i) => [`sections.${i}`, section]));
  return (
    <form method="post" action={action} novalidate>
      <HiddenFields form={Form.of()} values={values} />
      <Button tone="secondary" wide>
        {t('consent.give-again')}
      </Button>
    </form>
  );
}
