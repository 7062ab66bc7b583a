import { randomBytes } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { hash, type Options, verify } from '@node-rs/argon2';
import { Config } from '../platform/config.js';
import { busy } from './sign-in.errors.js';

/** A hash takes a core for tens of milliseconds: with all threads hashing, nothing else would be answered. */
const atOnce = 3;
const mayWait = 60;

/** Argon2id, a few at a time. */
@Injectable()
export class PasswordHasher implements OnModuleInit {
  private readonly options: Options;
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  /** Of a password that nobody has; costs what a real one costs. */
  private nobodys: string;

  constructor(config: Config) {
    this.options = {
      memoryCost: config.argon2MemoryKib,
      timeCost: config.argon2Time,
      parallelism: config.argon2Parallelism,
    };
  }

  async onModuleInit(): Promise<void> {
    this.nobodys = await hash(randomBytes(32), this.options);
  }

  hash(password: string): Promise<string> {
    return this.inTurn(() => hash(password, this.options));
  }

  /** Takes the same time where there is no hash to hold it against. */
  async verify(stored: string | null | undefined, password: string): Promise<boolean> {
    const right = await this.inTurn(() => verify(stored ?? this.nobodys, password));
    return right && Boolean(stored);
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.running < atOnce) this.running++;
    else if (this.waiting.length >= mayWait) throw busy();
    else await new Promise<void>((go) => this.waiting.push(go)); // whoever is done passes its turn on
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.running--;
    }
  }
}
