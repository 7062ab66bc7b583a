import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { AttemptsModule } from '../attempts/attempts.module.js';
import { IdentitiesController } from './identities.controller.js';
import { IdentitiesService } from './identities.service.js';
import { OidcStrategy } from './oidc-strategy.service.js';
import { ProviderDirectory } from './provider-directory.service.js';
import { SingleSignOnService } from './single-sign-on.service.js';

/** Signing in at an identity provider of the school, by OpenID Connect. */
@Module({
  imports: [AccountsModule, AttemptsModule],
  controllers: [IdentitiesController],
  providers: [IdentitiesService, OidcStrategy, ProviderDirectory, SingleSignOnService],
  exports: [IdentitiesService, ProviderDirectory, SingleSignOnService],
})
export class SingleSignOnModule {}
