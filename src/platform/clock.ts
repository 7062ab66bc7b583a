import { Injectable } from '@nestjs/common';
import { dayOf } from './calendar.js';

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
    const [year, month] = this.today().split('-').map(Number) as [number, number];
    return month >= 8 ? year : year - 1;
  }
}
