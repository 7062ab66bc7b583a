import { AccessReview } from './access-review/access-review.entity.js';
import { AuditEvent, AuditHead, AuditSealed } from './audit/audit-event.entity.js';
import { Consent, ConsentAnswer, ConsentAnswerPast } from './consent/consent.entity.js';
import { ConsentText } from './consent-texts/consent-text.entity.js';
import { Activity, Reflection } from './lob/lob.entity.js';
import { StatutoryAnswer, StatutoryShare, StatutorySwitch } from './statutory/statutory.entity.js';
import { ExportReceipt, ShareNotice } from './share-notices/share-notice.entity.js';
import { OpleidingImport } from './opleidingen/opleiding-import.entity.js';
import { Opleiding } from './opleidingen/opleiding.entity.js';
import { MailMessage } from './mail/mail.entity.js';
import { Location, Samenwerkingsverband, School } from './organisations/school.entity.js';
import { Account, ActivationCode, Session } from './accounts/account.entity.js';
import { PasswordReset } from './forgotten-password/password-reset.entity.js';
import { Invitation } from './invitations/invitation.entity.js';
import { Person, RoleAssignment } from './people/people.entity.js';
import { SignInThrottle } from './attempts/attempts.entity.js';
import { Application } from './placements/application.entity.js';
import { Placement, SlbAssignment } from './placements/placement.entity.js';
import { Pace } from './platform/access/pace.entity.js';
import { Idempotency } from './platform/database/idempotency.entity.js';
import { EmergencyAccess } from './emergency-access/emergency.entity.js';
import { Job, JobSchedule, JobTaskName } from './platform/jobs/job.entity.js';
import {
  Enrolment,
  Guardian,
  GuestAssignment,
  MentorAssignment,
  Pupil,
  PupilGroup,
  TeachingAssignment,
} from './pupils/pupil.entity.js';
import { RecoveryCode, SecondFactor } from './second-factor/second-factor.entity.js';
import { ErasureRequest, LegalHold, RetentionItem, RetentionReport, RetentionTerm } from './erasure/erasure.entity.js';
import { Rectification } from './rectification/rectification.entity.js';
import { ExternalIdentity, UsedSignOn } from './single-sign-on/external-identity.entity.js';
import { RosterImport } from './roster-import/roster-import.entity.js';

/** Every table, written out: the test that holds migrations and entities against each other starts here. */
export const entities = [
  AuditEvent,
  AuditHead,
  AuditSealed,
  Idempotency,
  Pace,
  Samenwerkingsverband,
  School,
  Location,
  Account,
  Person,
  RoleAssignment,
  Session,
  SignInThrottle,
  ActivationCode,
  SecondFactor,
  RecoveryCode,
  ExternalIdentity,
  UsedSignOn,
  Pupil,
  PupilGroup,
  Enrolment,
  MentorAssignment,
  TeachingAssignment,
  GuestAssignment,
  Guardian,
  Opleiding,
  OpleidingImport,
  ConsentText,
  Consent,
  ConsentAnswer,
  ConsentAnswerPast,
  ExportReceipt,
  ShareNotice,
  StatutorySwitch,
  StatutoryShare,
  StatutoryAnswer,
  Application,
  Placement,
  SlbAssignment,
  Activity,
  Reflection,
  RosterImport,
  Job,
  JobSchedule,
  JobTaskName,
  MailMessage,
  AccessReview,
  Invitation,
  PasswordReset,
  Rectification,
  EmergencyAccess,
  RetentionTerm,
  RetentionReport,
  RetentionItem,
  LegalHold,
  ErasureRequest,
];
