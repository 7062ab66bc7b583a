/** A situation that the demo must be able to show, and the pupil who is in it. */
export type RegionCase =
  | 'under-16-in-force'
  | 'under-16-waiting-for-guardian'
  | 'under-16-waiting-for-pupil'
  | 'under-16-blocked-by-guardian'
  | 'guardian-without-custody'
  | 'custody-unknown'
  | 'institution-as-guardian'
  | '16-alone-in-force'
  | '16-must-confirm-once'
  | 'withdrawn'
  | 'expired'
  | 'asked-not-answered'
  | 'refused'
  | 'no-request'
  | 'application-without-consent'
  | 'two-applications-two-schools'
  | '18-or-older'
  | 'story'
  | 'poor-dossier';

export interface RegionShowcase {
  case: RegionCase;
  pupil: string;
  /** One plain Dutch sentence: what there is to see. */
  about: string;
}
