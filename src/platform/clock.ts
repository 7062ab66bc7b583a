import { Injectable } from '@nestjs/common';
import { dayOf, schoolYearOf } from './calendar.js';

/** The only source of time. Calendar days are days in Europe/Amsterdam. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }
  /** Today as `yyyy-mm-dd`. */
  today(): string {
    return dayOf(this.now());
  }
  /** The year in which the current school year started; it starts on 1 August. */
  schoolYear(): number {
    return schoolYearOf(this.today());
  }
}
