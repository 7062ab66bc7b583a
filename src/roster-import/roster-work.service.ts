import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import { type Actor, hasRole } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { diffRoster } from './diff.rules.js';
import { changesNothing } from './diff.types.js';
import type { Faults } from './faults.rules.js';
import type { ApplyChoice, ComparedRoster, ImportResult, Progress } from './roster-import.types.js';
import { enrolledFrom, planRoster, type RosterPlan, yearEnd } from './roster-plan.rules.js';
import type { ParsedRoster, RosterFile } from './roster.types.js';
import { keeperRole } from '../pupils/pupils.types.js';
import { RosterWriter } from './roster-writer.service.js';
import { SchoolStateReader } from './school-state.reader.js';
import { readRoster } from './upload.rules.js';

/** The pupils, guardians, groups and staff of a school from a roster. */
@Injectable()
export class RosterWork {
  constructor(
    private readonly clock: Clock,
    private readonly states: SchoolStateReader,
    private readonly writer: RosterWriter,
    private readonly audit: AuditService,
  ) {}

  parse(files: readonly RosterFile[], faults: Faults): Promise<ParsedRoster | null> {
    return readRoster(files, this.clock.today(), faults);
  }

  async compare(actor: Actor, roster: ParsedRoster, schoolYear: number, faults: Faults): Promise<ComparedRoster> {
    const state = await this.states.read(actor.schoolId ?? '', schoolYear);
    // Nobody at school sees who left, so only the administrator may bring somebody back.
    const bringsBack = hasRole(actor, 'school-administrator');
    return { kind: 'roster', diff: diffRoster(roster, state, faults, bringsBack), state };
  }

  async apply(
    actor: Actor,
    importId: string,
    { diff, state }: ComparedRoster,
    { confirmGone }: ApplyChoice,
    progress: Progress,
  ): Promise<ImportResult> {
    const { schoolYear } = state;
    const today = this.clock.today();
    const versions = new Map(state.pupils.map((pupil) => [pupil.id, pupil.version]));
    const plan = planRoster(diff, versions, confirmGone);
    const nothing = changesNothing(diff) && plan.left.length === 0;
    const place = {
      schoolId: actor.schoolId ?? '',
      schoolYear,
      today,
      from: enrolledFrom(schoolYear, today, state.groups.length === 0),
      until: yearEnd(schoolYear),
    };
    const rows = nothing ? 0 : await this.writer.write(plan, place, progress);
    await this.record(actor, importId, plan);
    return {
      new: diff.new.length,
      changed: diff.changed.length,
      returned: diff.returned.length,
      left: plan.left.length,
      notLeft: diff.gone.length - plan.left.length,
      unchanged: diff.unchanged,
      newGroups: plan.newGroups.length,
      newStaff: diff.newStaff.length,
      newGuardians: plan.newGuardians.length,
      rows,
    };
  }

  /** On the chain of each pupil to whom something happened, and once on that of the school. */
  private async record(actor: Actor, importId: string, plan: RosterPlan): Promise<void> {
    const role = keeperRole(actor);
    await this.audit.record(
      {
        chain: 'school',
        chainId: actor.schoolId ?? '',
        action: 'roster.imported',
        role,
        basis: 'school-role',
        subjectIds: [importId],
        pupilIds: [...new Set(plan.record.map((one) => one.pupilId))],
      },
      ...plan.record.map(({ pupilId, action }) => ({
        chain: 'pupil' as const,
        chainId: pupilId,
        action,
        role,
        basis: 'school-role',
        sections: ['profile'],
        subjectIds: [importId],
      })),
    );
  }
}
