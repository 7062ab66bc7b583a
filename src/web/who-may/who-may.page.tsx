import { type Section, sections as allSections } from '../../consent/consent.types.js';
import type {
  MayReaderResponse,
  MayReadResponse,
  MaySchoolResponse,
  StandingShareResponse,
  WhoMayResponse,
} from '../../pupil-access/who-may.dto.js';
import type { GuardedChild } from '../../pupils/relations.reader.js';
import { inWords } from '../family/words.js';
import { ChildTabs } from '../guardian/child-tabs.js';
import { Form } from '../kit/form.js';
import { useView, type View } from '../kit/view.js';
import { Button, Card, Details, Notice, PageHeader, Tag } from '../ui/blocks.js';
import { TickList } from '../ui/data-blocks.js';
import { HiddenFields } from '../ui/form-parts.js';
import { Layout } from '../ui/layout.js';

/** More names than this are folded. */
const NAMES_SHOWN = 3;

export interface WhoMayPageProps {
  who: WhoMayResponse;
  /** null: the pupil reads. */
  child: GuardedChild | null;
}

/** "Wie mag wat": school by school who may read what now, why and until when; what is shared can be stopped here. */
export function WhoMayPage({ who, child }: WhoMayPageProps) {
  const { t } = useView();
  const name = child?.givenName ?? '';
  const title = child ? t('may.title-child', { name }) : t('may.title');
  const home = child ? `/kind/${child.id}` : '/mijn';
  const whose: Whose = { reader: child ? 'guardian' : 'pupil', name, home };
  const back = { href: home, text: child?.name ?? t('pupil.title') };
  return (
    <Layout title={title} back={back} translated>
      <PageHeader title={title} lead={child ? t('may.lead-child', { name }) : t('may.lead')} />
      {child && <ChildTabs child={child} decidesAlone={false} />}
      <Notice icon="lock">
        <p>{child ? t('may.nobody-else.guardian', { name }) : t('may.nobody-else.pupil')}</p>
      </Notice>
      {othersFirst(who.schools).map((school) => (
        <School key={school.id} school={school} whose={whose} />
      ))}
      {who.guardians.length > 0 && (
        <Card id="thuis" title={t('may.guardians')}>
          {who.guardians.map((reader) => (
            <Reader key={reader.people[0]!.id} reader={reader} whose={whose} />
          ))}
        </Card>
      )}
      <p class="app-muted">{t('may.officer')}</p>
    </Layout>
  );
}

/** What can be stopped comes before what belongs to the own school. */
const othersFirst = (schools: readonly MaySchoolResponse[]): MaySchoolResponse[] =>
  [...schools].sort((a, b) => Number(a.home) - Number(b.home));

interface Whose {
  reader: 'pupil' | 'guardian';
  name: string;
  /** Address of the first page of this dossier. */
  home: string;
}

function School({ school, whose }: { school: MaySchoolResponse; whose: Whose }) {
  const { t } = useView();
  const { home, name, readers, shares } = school;
  const some = readers.some(({ sections }) => sections.length > 0);
  // Who applied is in a list of that school, also when nothing is shared.
  const onlyListed = !home && !some && shares.length === 0 && readers.some(({ listed }) => listed);
  return (
    <Card
      id={`school-${school.id}`}
      title={name}
      action={
        home ? (
          <Tag>{t('may.own-school')}</Tag>
        ) : (
          <Tag colour={some ? 'green' : 'grey'}>
            {t(some ? 'may.reads' : onlyListed ? 'consent.state.none' : 'may.reads-nothing')}
          </Tag>
        )
      }
    >
      {onlyListed && <p>{t(`may.school-listed.${whose.reader}`)}</p>}
      {!some && !onlyListed && <p>{t(home ? 'may.school-nothing-home' : 'may.school-nothing')}</p>}
      {readers.map((reader) => (
        <Reader key={reader.role + reader.people[0]!.id} reader={reader} whose={whose} />
      ))}
      {home && some && <p class="app-muted">{t('may.others-home')}</p>}
      {shares.length > 0 && <h3 class="govuk-heading-s">{t('may.shares')}</h3>}
      {shares.map((share) => (
        <Share key={share.id} share={share} school={school} whose={whose} />
      ))}
      {!home && (
        <p>
          <a href={`${whose.home}/toestemming#school-${school.id}`}>{t('may.change', { school: name })}</a>
        </p>
      )}
    </Card>
  );
}

/** Who, what, why and until when; and what not. */
function Reader({ reader, whose }: { reader: MayReaderResponse; whose: Whose }) {
  const view = useView();
  const { t, text, words } = view;
  const { role, people, listed, sections } = reader;
  const not = allSections.filter((one) => !sections.some(({ section }) => section === one));
  const label = text(`role.${role}`);
  const names = people.map(({ name }) => name);
  return (
    <div class="app-may">
      <h3 class="govuk-heading-s">
        {label[0]!.toUpperCase() + label.slice(1)}
        {names.length <= NAMES_SHOWN && <span class="app-may__names"> {names.join(', ')}</span>}
      </h3>
      {names.length > NAMES_SHOWN && (
        <Details summary={t('may.people', { count: names.length })}>
          <p>{names.join(', ')}</p>
        </Details>
      )}
      {listed && <TickList items={[t(`may.listed.${whose.reader}`)]} />}
      {alike(sections).map((group) => (
        <div key={group[0]!.section}>
          <TickList items={group.map((one) => sectionOf(view, one, whose))} />
          <p class="app-muted">
            {whyOf(view, group[0]!, whose)}{' '}
            {group[0]!.endsOn
              ? t('may.until', { date: words.date(group[0]!.endsOn) })
              : t(`may.no-end.${whose.reader}`)}
          </p>
        </div>
      ))}
      {not.length > 0 && <TickList not items={[t('may.not', { sections: inList(view, not) })]} />}
    </div>
  );
}

/** Sections on the same ground until the same day are told at once. */
function alike(sections: readonly MayReadResponse[]): MayReadResponse[][] {
  const groups = new Map<string, MayReadResponse[]>();
  for (const one of sections) {
    const key = [one.basis, one.shareId, one.endsOn].join(' ');
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}

function sectionOf({ t, text }: View, { section, extent }: MayReadResponse, { reader }: Whose) {
  const less =
    extent === 'whole' ? '' : text(extent === 'opened' ? `may.extent.opened.${reader}` : `may.extent.${extent}`);
  return (
    <>
      {t(`section.${section}`)}
      {less && <span class="app-muted"> ({less})</span>}
    </>
  );
}

const whyOf = ({ text }: View, { basis, purpose }: MayReadResponse, { reader, name }: Whose): string =>
  text(`may.why.${basis}.${reader}`, { name, purpose: purpose ? text(`purpose.${purpose}`) : '' });

/** "Gegevens en klas, Reflecties" */
const inList = ({ t }: View, sections: readonly Section[]): string =>
  sections.map((section) => t(`section.${section}`)).join(', ');

/** What is shared with the school, whoever reads it there; a yes is taken back in one tap. */
function Share(p: { share: StandingShareResponse; school: MaySchoolResponse; whose: Whose }) {
  const view = useView();
  const { t, text, words } = view;
  const { share, school, whose } = p;
  const purpose = text(`purpose.${share.purpose}`);
  return (
    <div class="app-may">
      <p>
        {t(`may.share.${share.basis}.${whose.reader}`, {
          sections: inWords(view, share.sections),
          purpose,
          date: words.date(share.endsOn),
        })}
      </p>
      {share.basis === 'statutory' && (
        <p>
          <a href={`${whose.home}/overdracht`}>{t('handover.title')}</a>
        </p>
      )}
      {share.mayWithdraw && (
        <form method="post" action={`${whose.home}/wie-mag-wat/${share.id}/intrekken`} novalidate>
          <HiddenFields form={Form.of()} />
          <Button tone="warning" wide>
            {t('may.withdraw')}
            <span class="govuk-visually-hidden"> {t('may.withdraw-which', { school: school.name, purpose })}</span>
          </Button>
        </form>
      )}
    </div>
  );
}
