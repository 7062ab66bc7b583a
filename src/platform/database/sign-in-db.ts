import { Injectable } from '@nestjs/common';
import { LoginDb } from './login-db.js';

/** The login that knows accounts and sessions and nothing of a dossier; only sign-in uses it. */
@Injectable()
export class SignInDb extends LoginDb {
  constructor(url: string) {
    super(url, 4);
  }
}
