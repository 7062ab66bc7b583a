import { Injectable } from '@nestjs/common';
import { Config } from '../config.js';
import { derivedKey, seal, unseal } from '../sealing.rules.js';
import type { Actor } from './actor.js';

/**
 * Names one searches by, sealed so that they can stand in the address of a page: no name of a pupil comes into a history,
 * a log or a proxy (ASVS 5.0 V14.2.1). They open only for the account that searched.
 */
@Injectable()
export class SearchWords {
  private readonly key: Buffer;

  constructor({ appSecret }: Config) {
    this.key = derivedKey(appSecret, 'search words');
  }

  seal(actor: Actor, words: string): string {
    return seal(this.key, words, actor.id).toString('base64url');
  }

  /** null when it is not something that this account searched. */
  open(actor: Actor, sealed: string): string | null {
    return unseal(this.key, Buffer.from(sealed, 'base64url'), actor.id);
  }
}
