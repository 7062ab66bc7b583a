import type { Correctable } from '../../rectification/rectification.types.js';
import { useView } from '../kit/view.js';
import { Card, EmptyState, LinkList, Notice, PageHeader, SummaryList, Tag } from '../ui/blocks.js';
import { type AnyForm, TextArea } from '../ui/form-fields.js';
import { ErrorSummary, HiddenFields, SaveBar } from '../ui/form-parts.js';
import { Layout } from '../ui/layout.js';
import { aboutTitle, factRowsOf, slugOf } from './about-words.js';
import type { Whose } from './whose.js';

/** Choosing what is not right. */
export function ChooseWrongPage({ whose, items }: { whose: Whose; items: readonly Correctable[] }) {
  const view = useView();
  const { t } = view;
  const title = t('rectify.title');
  const groups = [
    ['rectify.roster', items.filter(({ about }) => about === 'profile' || about === 'enrolment')],
    ['rectify.activities', items.filter(({ about }) => about === 'activity')],
    ['rectify.remarks', items.filter(({ about }) => about === 'remark')],
  ] as const;
  return (
    <Layout title={title} back={{ href: `${whose.home}/rechten`, text: t('rights.title') }} translated>
      <PageHeader title={title} lead={t('rectify.choose')} />
      <Notice icon="pencil">{t(whose.child ? 'rectify.own-child' : 'rectify.own')}</Notice>
      {groups.map(([key, list]) => (
        <Card key={key} title={t(key)}>
          {list.length === 0 && <EmptyState icon="folder" title={t('rectify.none')} text={t('rectify.none-text')} />}
          {list.length > 0 && (
            <LinkList
              items={list.map((item) => ({
                href: `${whose.home}/rechten/klopt-niet/${slugOf(item.about)}/${item.subjectId}`,
                title: aboutTitle(view, item),
                text: item.by ? t('rectify.by', { name: item.by }) : undefined,
                tag: item.asked ? <Tag colour="purple">{t('rectify.state.open')}</Tag> : undefined,
              }))}
            />
          )}
        </Card>
      ))}
    </Layout>
  );
}

/** Saying what is not right, and what it should be. */
export function WrongPage({ whose, item, form }: { whose: Whose; item: Correctable; form: AnyForm }) {
  const view = useView();
  const { t } = view;
  const title = t('rectify.question', { what: aboutTitle(view, item) });
  const back = `${whose.home}/rechten/klopt-niet`;
  return (
    <Layout title={title} fault={!form.valid} back={{ href: back, text: t('rectify.title') }} translated>
      <ErrorSummary form={form} />
      <PageHeader title={title} />
      <Card title={t('rectify.now')}>
        <SummaryList rows={factRowsOf(view, item.facts)} />
      </Card>
      {item.asked ? (
        <Notice tone="attention">{t('rectification-open')}</Notice>
      ) : (
        <form method="post" novalidate data-guarded>
          <HiddenFields form={form} />
          <Card>
            <TextArea form={form} name="wrong" label={t('rectify.wrong')} rows={3} maxlength={500} />
            <TextArea
              form={form}
              name="shouldBe"
              label={t('rectify.should-be')}
              hint={t('rectify.should-be-hint')}
              rows={3}
              maxlength={500}
            />
            <p class="app-muted">{t('rectify.what-next')}</p>
          </Card>
          <SaveBar save={t('rectify.send')} cancel={{ href: back }} />
        </form>
      )}
    </Layout>
  );
}
