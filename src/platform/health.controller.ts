import { Controller, Get, Header, Res } from '@nestjs/common';
import type { Response } from 'express';
import { DataSource } from 'typeorm';
import { Public } from './access/allow.decorator.js';

const patienceMs = 2000;

/** For whoever keeps the service running. */
@Controller()
export class HealthController {
  constructor(private readonly database: DataSource) {}

  /** The process answers. */
  @Public()
  @Get('livez')
  @Header('cache-control', 'no-store')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** The process can do its work: the database answers the application's login. */
  @Public()
  @Get('readyz')
  @Header('cache-control', 'no-store')
  async ready(@Res({ passthrough: true }) response: Response): Promise<{ status: 'ok' | 'unavailable' }> {
    if (await this.databaseAnswers()) return { status: 'ok' };
    response.status(503);
    return { status: 'unavailable' };
  }

  private async databaseAnswers(): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<false>((resolve) => {
      timer = setTimeout(() => resolve(false), patienceMs);
    });
    const answers = this.database.query('select 1').then(
      () => true,
      () => false,
    );
    try {
      return await Promise.race([answers, tooLate]);
    } finally {
      clearTimeout(timer);
    }
  }
}
