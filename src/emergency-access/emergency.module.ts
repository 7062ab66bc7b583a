import { Module } from '@nestjs/common';
import { MailModule } from '../mail/mail.module.js';
import { EmergencyController } from './emergency.controller.js';
import { EmergencyReader } from './emergency.reader.js';
import { EmergencyService } from './emergency.service.js';

@Module({
  imports: [MailModule],
  controllers: [EmergencyController],
  providers: [EmergencyReader, EmergencyService],
  exports: [EmergencyReader, EmergencyService],
})
export class EmergencyModule {}
