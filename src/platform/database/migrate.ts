import { DataSource } from 'typeorm';
import { migrations } from '../../../migrations/index.js';
import { locks, withClient, withLock } from './connection.js';

/** Runs the migrations that have not run yet, each in a transaction of its own; answers their names. */
export function migrate(ownerUrl: string): Promise<string[]> {
  // TypeORM takes no lock itself: of two programs that start at once, one has to wait and then finds nothing to do.
  return withClient(ownerUrl, (client) =>
    withLock(client, locks.migrations, async () => {
      const source = new DataSource({
        type: 'postgres',
        url: ownerUrl,
        migrations: [...migrations],
        uuidExtension: 'pgcrypto',
        installExtensions: false,
        logging: false,
        poolSize: 1,
      });
      try {
        await source.initialize();
        return (await source.runMigrations({ transaction: 'each' })).map(({ name }) => name);
      } finally {
        if (source.isInitialized) await source.destroy();
      }
    }),
  );
}
