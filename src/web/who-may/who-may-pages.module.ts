import { Module } from '@nestjs/common';
import { ConsentModule } from '../../consent/consent.module.js';
import { PupilAccessModule } from '../../pupil-access/pupil-access.module.js';
import { PupilsModule } from '../../pupils/pupils.module.js';
import { ChildWhoMayPages } from './child-who-may.pages.js';
import { MyWhoMayPages } from './my-who-may.pages.js';

/** Who may read what: pages of pupil and guardian. */
@Module({
  imports: [ConsentModule, PupilAccessModule, PupilsModule],
  controllers: [MyWhoMayPages, ChildWhoMayPages],
})
export class WhoMayPagesModule {}
