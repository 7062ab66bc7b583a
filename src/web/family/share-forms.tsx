import type { ComponentChildren } from 'preact';
import type { ConsentResponse } from '../../consent/consent.dto.js';
import type { Section } from '../../consent/consent.types.js';
import type { ShownText } from '../../consent-texts/consent-texts.types.js';
import { Form } from '../kit/form.js';
import { useView } from '../kit/view.js';
import { Button } from '../ui/blocks.js';
import { HiddenFields } from '../ui/form-parts.js';
import { inLanguage } from './text-language.js';

/** Sends along which text was on the screen. */
export const textField = (text: ShownText | null): Record<string, string> => (text ? { textId: text.id } : {});

/** Yes or no, in one tap each. */
export function AnswerForm(p: {
  action: string;
  yes: string;
  no?: string;
  question: string;
  /** The text on the screen: what the answer is to. */
  text: ShownText | null;
  children?: ComponentChildren;
}) {
  return (
    <form method="post" action={inLanguage(p.action, p.text, useView())} novalidate>
      <HiddenFields form={Form.of()} values={textField(p.text)} />
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
export function GiveAgainForm(p: { action: string; sections: readonly Section[]; text: ShownText | null }) {
  const view = useView();
  const { t } = view;
  const values = Object.fromEntries(p.sections.map((section, i) => [`sections.${i}`, section]));
  return (
    <form method="post" action={inLanguage(p.action, p.text, view)} novalidate>
      <HiddenFields form={Form.of()} values={{ ...values, ...textField(p.text) }} />
      <Button tone="secondary" wide>
        {t('consent.give-again')}
      </Button>
    </form>
  );
}
