import { Controller, Get, Header, ServiceUnavailableException } from '@nestjs/common';
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
  async ready(): Promise<{ status: 'ok' }> {
    if (!(await this.databaseAnswers())) throw new ServiceUnavailableException();
    return { status: 'ok' };
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
