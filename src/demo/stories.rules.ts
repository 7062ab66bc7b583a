import type { Story } from './cast.types.js';
import { daan } from './story-daan.data.js';
import { fenna } from './story-fenna.data.js';
import { jayden } from './story-jayden.data.js';
import { liMei } from './story-limei.data.js';
import { lotte } from './story-lotte.data.js';
import { noor } from './story-noor.data.js';
import { mateusz, thijmen } from './story-poor.data.js';
import { rahaf } from './story-rahaf.data.js';
import { samira } from './story-samira.data.js';
import { sem } from './story-sem.data.js';
import { yusuf } from './story-yusuf.data.js';

export const stories: Story[] = [noor, yusuf, samira, jayden, lotte, rahaf, liMei, daan, fenna, sem, mateusz, thijmen];
