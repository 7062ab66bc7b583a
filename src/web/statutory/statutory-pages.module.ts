import { Module } from '@nestjs/common';
import { DossierModule } from '../../dossier/dossier.module.js';
import { PupilsModule } from '../../pupils/pupils.module.js';
import { StatutoryModule } from '../../statutory/statutory.module.js';
import { ChildHandoverPages } from './child-handovers.pages.js';
import { MyHandoverPages } from './my-handovers.pages.js';
import { PupilHandoverPages } from './pupil-handovers.pages.js';
import { StatutorySettingsPages } from './settings.pages.js';

/** Passing on on the ground of the law: pages of family, home school and region. */
@Module({
  imports: [DossierModule, PupilsModule, StatutoryModule],
  controllers: [MyHandoverPages, ChildHandoverPages, PupilHandoverPages, StatutorySettingsPages],
})
export class StatutoryPagesModule {}
