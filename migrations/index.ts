import { CreateTables1795000000000 } from './1795000000000-create-tables.js';
import { RequestContext1795000000001 } from './1795000000001-request-context.js';
import { AccessFunctions1795000000002 } from './1795000000002-access-functions.js';
import { RowLevelSecurity1795000000003 } from './1795000000003-row-level-security.js';
import { WriteGuards1795000000004 } from './1795000000004-write-guards.js';
import { SharedQuestions1796000000000 } from './1796000000000-shared-questions.js';
import { SecondFactor1796000100000 } from './1796000100000-second-factor.js';
import { Sessions1796000100001 } from './1796000100001-sessions.js';
import { SingleSignOn1796000100002 } from './1796000100002-single-sign-on.js';
import { Jobs1796000200000 } from './1796000200000-jobs.js';
import { Mail1796000200001 } from './1796000200001-mail.js';
import { Invitations1796000200002 } from './1796000200002-invitations.js';
import { AuditInFull1796000300000 } from './1796000300000-audit-in-full.js';
import { AccessReview1796000300001 } from './1796000300001-access-review.js';
import { OwnCopy1796000400000 } from './1796000400000-own-copy.js';
import { PlacementsAndGuests1796000600000 } from './1796000600000-placements-and-guests.js';
import { AccessRelations1796000600001 } from './1796000600001-access-relations.js';
import { AccessPolicies1796000600002 } from './1796000600002-access-policies.js';
import { PlacementPolicies1796000600003 } from './1796000600003-placement-policies.js';
import { LeavingAndFacts1796000600004 } from './1796000600004-leaving-and-facts.js';
import { ConsentTexts1796000700000 } from './1796000700000-consent-texts.js';
import { ConsentHistory1796000700001 } from './1796000700001-consent-history.js';
import { PaperAnswers1796000700002 } from './1796000700002-paper-answers.js';
import { Requests1796000700003 } from './1796000700003-requests.js';
import { ShareNotices1796000700004 } from './1796000700004-share-notices.js';
import { Statutory1796000700005 } from './1796000700005-statutory.js';
import { WhoMay1796000700006 } from './1796000700006-who-may.js';
import { EmergencyAccess1796000800000 } from './1796000800000-emergency-access.js';
import { Paces1796000900000 } from './1796000900000-paces.js';
import { EarlierAnswers1796001060000 } from './1796001060000-earlier-answers.js';
import { DeviceInOwnCopy1796001100000 } from './1796001100000-device-in-own-copy.js';
import { IdentitiesInOwnCopy1796001100001 } from './1796001100001-identities-in-own-copy.js';
import { Rectification1796001400000 } from './1796001400000-rectification.js';
import { Erasure1796001400001 } from './1796001400001-erasure.js';
import { LettersAndHats1796001500000 } from './1796001500000-letters-and-hats.js';
import { RolesGiven1796001500001 } from './1796001500001-roles-given.js';
import { OwnRole1796001500002 } from './1796001500002-own-role.js';
import { LettersAndConsent1796001500003 } from './1796001500003-letters-and-consent.js';
import { ErasedIsNobody1796001600000 } from './1796001600000-erased-is-nobody.js';
import { AnswersForADay1796001600001 } from './1796001600001-answers-for-a-day.js';
import { AnsweredNow1796001600002 } from './1796001600002-answered-now.js';
import { ReviewedOnce1796001600003 } from './1796001600003-reviewed-once.js';
import { SearchedInVain1796001600004 } from './1796001600004-searched-in-vain.js';
import { NoSessionOfErased1796001600005 } from './1796001600005-no-session-of-erased.js';
import { StandingNo1796001700000 } from './1796001700000-standing-no.js';
import { KeptForNobody1796001700001 } from './1796001700001-kept-for-nobody.js';
import { StartsForetold1796001700002 } from './1796001700002-starts-foretold.js';
import { ReturnByAdministrator1796001700004 } from './1796001700004-return-by-administrator.js';

/** In order; written out so that nothing is found by name. A migration is never edited after it landed. */
export const migrations = [
  CreateTables1795000000000,
  RequestContext1795000000001,
  AccessFunctions1795000000002,
  RowLevelSecurity1795000000003,
  WriteGuards1795000000004,
  SharedQuestions1796000000000,
  SecondFactor1796000100000,
  Sessions1796000100001,
  SingleSignOn1796000100002,
  Jobs1796000200000,
  Mail1796000200001,
  Invitations1796000200002,
  AuditInFull1796000300000,
  AccessReview1796000300001,
  OwnCopy1796000400000,
  PlacementsAndGuests1796000600000,
  AccessRelations1796000600001,
  AccessPolicies1796000600002,
  PlacementPolicies1796000600003,
  LeavingAndFacts1796000600004,
  ConsentTexts1796000700000,
  ConsentHistory1796000700001,
  PaperAnswers1796000700002,
  Requests1796000700003,
  ShareNotices1796000700004,
  Statutory1796000700005,
  WhoMay1796000700006,
  EmergencyAccess1796000800000,
  Paces1796000900000,
  EarlierAnswers1796001060000,
  DeviceInOwnCopy1796001100000,
  IdentitiesInOwnCopy1796001100001,
  Rectification1796001400000,
  Erasure1796001400001,
  LettersAndHats1796001500000,
  RolesGiven1796001500001,
  OwnRole1796001500002,
  LettersAndConsent1796001500003,
  ErasedIsNobody1796001600000,
  AnswersForADay1796001600001,
  AnsweredNow1796001600002,
  ReviewedOnce1796001600003,
  SearchedInVain1796001600004,
  NoSessionOfErased1796001600005,
  StandingNo1796001700000,
  KeptForNobody1796001700001,
  StartsForetold1796001700002,
  ReturnByAdministrator1796001700004,
];
