import { Module } from '@nestjs/common';
import { PupilsModule } from '../pupils/pupils.module.js';
import { ShareNoticesController } from './share-notices.controller.js';
import { ShareNoticesReader } from './share-notices.reader.js';
import { ShareNoticesService } from './share-notices.service.js';

/** A receiving school is told when what it may read changes, and says what it did with what it took over. */
@Module({
  imports: [PupilsModule],
  controllers: [ShareNoticesController],
  providers: [ShareNoticesReader, ShareNoticesService],
  exports: [ShareNoticesReader, ShareNoticesService],
})
export class ShareNoticesModule {}
