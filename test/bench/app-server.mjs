// The product as it is built, in a process of its own.
import 'reflect-metadata';
import { createApp } from '../../dist/src/bootstrap.js';
import { readConfig } from '../../dist/src/platform/config.js';

const app = await createApp({ config: readConfig(process.env), urls: JSON.parse(process.env.URLS) });
await app.listen(0, '127.0.0.1');
process.send({ port: app.getHttpServer().address().port });
process.on('disconnect', () => process.exit(0));
