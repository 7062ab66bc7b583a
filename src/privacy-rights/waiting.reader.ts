import { Injectable } from '@nestjs/common';
import { ErasureRequestsReader } from '../erasure/erasure-requests.reader.js';
import type { Actor } from '../platform/access/actor.js';
import { RectificationReader } from '../rectification/rectification.reader.js';
import type { Waiting } from './rights.types.js';

/** What waits for an answer of the one who asks, to say so where he begins. */
@Injectable()
export class WaitingReader {
  constructor(
    private readonly rectifications: RectificationReader,
    private readonly erasures: ErasureRequestsReader,
  ) {}

  async of(actor: Actor): Promise<Waiting> {
    return {
      rectifications: await this.rectifications.waiting(actor),
      erasures: await this.erasures.waiting(actor),
    };
  }
}
