import { type DynamicModule, Module } from '@nestjs/common';
import { AccountsModule } from './accounts/accounts.module.js';
import { AttemptsModule } from './attempts/attempts.module.js';
import { AuditModule } from './audit/audit.module.js';
import { ConsentModule } from './consent/consent.module.js';
import { ConsentPapersModule } from './consent-papers/consent-papers.module.js';
import { ConsentTextsModule } from './consent-texts/consent-texts.module.js';
import { DossierModule } from './dossier/dossier.module.js';
import { DossierExportsModule } from './dossier-exports/dossier-exports.module.js';
import { ShareNoticesModule } from './share-notices/share-notices.module.js';
import { entities } from './entities.js';
import { ForgottenPasswordModule } from './forgotten-password/forgotten-password.module.js';
import { InvitationsModule } from './invitations/invitations.module.js';
import { MailModule } from './mail/mail.module.js';
import { LobModule } from './lob/lob.module.js';
import { OpleidingenModule } from './opleidingen/opleidingen.module.js';
import { OrganisationsModule } from './organisations/organisations.module.js';
import { PeopleModule } from './people/people.module.js';
import { Drain } from './platform/drain.js';
import { PlacementsModule } from './placements/placements.module.js';
import { PlatformModule, type PlatformOptions } from './platform/platform.module.js';
import { PrivacyRightsModule } from './privacy-rights/privacy-rights.module.js';
import { PupilAccessModule } from './pupil-access/pupil-access.module.js';
import { PupilsModule } from './pupils/pupils.module.js';
import { ErasureModule } from './erasure/erasure.module.js';
import { RectificationModule } from './rectification/rectification.module.js';
import { RosterImportModule } from './roster-import/roster-import.module.js';
import { SecondFactorModule } from './second-factor/second-factor.module.js';
import { SingleSignOnModule } from './single-sign-on/single-sign-on.module.js';
import { SignInModule } from './sign-in/sign-in.module.js';
import { PeoplePagesModule } from './web/people/people-pages.module.js';
import { SecondStepPagesModule } from './web/second-step/second-step-pages.module.js';
import { SignInPagesModule } from './web/sign-in/sign-in-pages.module.js';
import { DossiersPagesModule } from './web/dossiers/dossiers-pages.module.js';
import { PrivacyOfficerPagesModule } from './web/privacy-officer/privacy-officer-pages.module.js';
import { GuardianPagesModule } from './web/guardian/guardian-pages.module.js';
import { PupilPagesModule } from './web/pupil/pupil-pages.module.js';
import { GroupPagesModule } from './web/groups/group-pages.module.js';
import { GuidedPupilPagesModule } from './web/pupils/guided-pupil-pages.module.js';
import { KeepingPagesModule } from './web/keeping/keeping-pages.module.js';
import { RequestsPagesModule } from './web/requests/requests-pages.module.js';
import { RightsPagesModule } from './web/rights/rights-pages.module.js';
import { WhoMayPagesModule } from './web/who-may/who-may-pages.module.js';
import { OverviewPagesModule } from './web/overview/overview-pages.module.js';
import { ShareNoticesPagesModule } from './web/share-notices/share-notices-pages.module.js';
import { ConsentTextsPagesModule } from './web/consent-texts/consent-texts-pages.module.js';
import { RosterPagesModule } from './web/roster/roster-pages.module.js';
import { ForgottenPagesModule } from './web/forgotten/forgotten-pages.module.js';
import { InvitationPagesModule } from './web/invitation/invitation-pages.module.js';
import { MailboxPagesModule } from './web/mailbox/mailbox-pages.module.js';
import { WebKitModule } from './web/web-kit.module.js';
import { ImportPagesModule } from './web/import/import-pages.module.js';
import { OpleidingenPagesModule } from './web/opleidingen/opleidingen-pages.module.js';
import { EmergencyModule } from './emergency-access/emergency.module.js';
import { EmergencyPagesModule } from './web/emergency/emergency-pages.module.js';
import { AccessReviewModule } from './access-review/access-review.module.js';
import { StatutoryModule } from './statutory/statutory.module.js';
import { StatutoryPagesModule } from './web/statutory/statutory-pages.module.js';
import { WhoLookedModule } from './who-looked/who-looked.module.js';

/** The features in the order in which they may know each other: a module uses only those above it. */
const features = [
  AuditModule,
  AttemptsModule,
  OrganisationsModule,
  MailModule,
  AccountsModule,
  SecondFactorModule,
  SignInModule,
  SingleSignOnModule,
  PeopleModule,
  ForgottenPasswordModule,
  InvitationsModule,
  PupilsModule,
  OpleidingenModule,
  ConsentTextsModule,
  ConsentModule,
  ConsentPapersModule,
  ShareNoticesModule,
  StatutoryModule,
  PlacementsModule,
  PupilAccessModule,
  LobModule,
  EmergencyModule,
  RosterImportModule,
  DossierModule,
  DossierExportsModule,
  WhoLookedModule,
  RectificationModule,
  ErasureModule,
  PrivacyRightsModule,
  AccessReviewModule,
  WebKitModule,
  PupilPagesModule,
  GuardianPagesModule,
  SignInPagesModule,
  ForgottenPagesModule,
  InvitationPagesModule,
  MailboxPagesModule,
  SecondStepPagesModule,
  PeoplePagesModule,
  RosterPagesModule,
  ImportPagesModule,
  OpleidingenPagesModule,
  DossiersPagesModule,
  PrivacyOfficerPagesModule,
  EmergencyPagesModule,
  GroupPagesModule,
  GuidedPupilPagesModule,
  OverviewPagesModule,
  ConsentTextsPagesModule,
  ShareNoticesPagesModule,
  RightsPagesModule,
  RequestsPagesModule,
  WhoMayPagesModule,
  StatutoryPagesModule,
  KeepingPagesModule,
];

@Module({})
export class AppModule {
  static with(options: Omit<PlatformOptions, 'entities'>, ...extra: DynamicModule[]): DynamicModule {
    const imports = [PlatformModule.with({ ...options, entities }), ...extra, ...features];
    return { module: AppModule, imports, providers: [Drain] };
  }
}
