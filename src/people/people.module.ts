import { Module } from '@nestjs/common';
import { OrganisationsModule } from '../organisations/organisations.module.js';
import { ActivateService } from './activate.service.js';
import { ActivationService } from './activation.service.js';
import { AttemptsService } from './attempts.service.js';
import { LocalSignInService, LocalStrategy } from './local-sign-in.service.js';
import { MeReader } from './me.reader.js';
import { PasswordHasher } from './password-hasher.service.js';
import { PeopleController } from './people.controller.js';
import { PeopleReader } from './people.reader.js';
import { PeopleService } from './people.service.js';
import { SessionController } from './session.controller.js';
import { SessionsService } from './sessions.service.js';
import { SignInService } from './sign-in.service.js';

/** Grown-ups, accounts, sign-in and roles per school. */
@Module({
  imports: [OrganisationsModule],
  controllers: [SessionController, PeopleController],
  providers: [
    ActivateService,
    ActivationService,
    AttemptsService,
    LocalSignInService,
    LocalStrategy,
    MeReader,
    PasswordHasher,
    PeopleReader,
    PeopleService,
    SessionsService,
    SignInService,
  ],
  exports: [
    ActivateService,
    ActivationService,
    LocalSignInService,
    MeReader,
    PeopleReader,
    PeopleService,
    SignInService,
  ],
})
export class PeopleModule {}
