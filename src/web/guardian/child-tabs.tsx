import type { GuardedChild } from '../../pupils/relations.reader.js';
import { useView } from '../kit/view.js';
import { Tabs } from '../ui/data-blocks.js';

/** The views of one child. From 16 who looked and the rights are for the pupil alone. */
export function ChildTabs({ child, decidesAlone }: { child: GuardedChild; decidesAlone: boolean }) {
  const { t, path } = useView();
  const home = `/kind/${child.id}`;
  return (
    <Tabs
      label={t('guardian.views', { name: child.givenName })}
      items={[
        { href: home, text: t('guardian.dossier') },
        { href: `${home}/toestemming`, text: t('consent.title') },
        ...(decidesAlone
          ? []
          : [
              { href: `${home}/wie-mag-wat`, text: t('may.title') },
              { href: `${home}/wie-keek`, text: t('looked.title') },
              { href: `${home}/rechten`, text: t('rights.tab') },
            ]),
      ]}
      current={path}
    />
  );
}
