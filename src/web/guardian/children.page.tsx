import { type Child, type GuardedChild, isGuarded } from '../../pupils/relations.reader.js';
import { useView } from '../kit/view.js';
import { EmptyState, LinkList, Notice, PageHeader } from '../ui/blocks.js';
import { Layout } from '../ui/layout.js';

/** The one child, when there is nothing else to say on the list. */
export const onlyChild = (children: readonly Child[]): GuardedChild | undefined =>
  children.length === 1 ? children.filter(isGuarded)[0] : undefined;

/** A guardian's children; of one without custody there is nothing, not even a name, but where to ask. */
export function ChildrenPage({ items }: { items: readonly Child[] }) {
  const { t } = useView();
  const guarded = items.filter(isGuarded);
  const unsaid = items.some(({ custody }) => custody === null);
  const without = items.some(({ custody }) => custody === false);
  return (
    <Layout title={t('guardian.children')} translated>
      <PageHeader title={t('guardian.children')} lead={guarded.length > 0 && t('guardian.children-lead')} />
      {guarded.length > 0 && (
        <LinkList
          items={guarded.map((child) => ({
            href: `/kind/${child.id}`,
            title: child.name,
            text: t('guardian.age', { count: child.age }),
            icon: 'person',
          }))}
        />
      )}
      {guarded.length === 0 && !unsaid && !without && (
        <EmptyState icon="person" title={t('guardian.none')} text={t('guardian.none-text')} />
      )}
      {unsaid && (
        <Notice tone="attention" title={t('guardian.custody-unsaid')}>
          <p>{t('guardian.custody-unsaid-text')}</p>
        </Notice>
      )}
      {without && (
        <Notice title={t('guardian.no-custody')}>
          <p>{t('guardian.no-custody-text')}</p>
        </Notice>
      )}
    </Layout>
  );
}
