import type { DynamicModule } from '@nestjs/common';

/** A login of the invented region, for people who try the product. */
export interface DemoAccount {
  role: string;
  school: string;
  username: string;
  password: string;
  /** For the roles that need a second step: what an authenticator app would know. */
  totpSecret?: string;
}

export const DEMO_ACCOUNTS = Symbol('demo-accounts');

/** Makes the logins known to the sign-in page; outside the demo there are none. */
export function demoAccounts(accounts: DemoAccount[] = []): DynamicModule {
  return {
    module: class DemoAccounts {},
    global: true,
    providers: [{ provide: DEMO_ACCOUNTS, useValue: accounts }],
    exports: [DEMO_ACCOUNTS],
  };
}
