import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** What else has to stop with the application: the embedded server, when it is ours. */
export abstract class DatabaseClose {
  abstract close(): Promise<void>;
}

/** Nest awaits this before the process ends: first the connections, then the server. */
@Injectable()
export class DatabaseLifecycle implements OnApplicationShutdown {
  constructor(
    private readonly dataSource: DataSource,
    private readonly database: DatabaseClose,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    await this.dataSource.destroy();
    await this.database.close();
  }
}
