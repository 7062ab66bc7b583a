import { Module } from '@nestjs/common';
import { HistoryWork } from './history-work.service.js';
import { ImportProgress } from './import-progress.service.js';
import { ImportRunner } from './import-runner.service.js';
import { ImportStore } from './import-store.service.js';
import { RosterImportController } from './roster-import.controller.js';
import { RosterImportService } from './roster-import.service.js';
import { RosterWork } from './roster-work.service.js';
import { RosterWriter } from './roster-writer.service.js';
import { SchoolStateReader } from './school-state.reader.js';

/** Rosters and LOB history from files: read, look, apply. */
@Module({
  controllers: [RosterImportController],
  providers: [
    RosterImportService,
    ImportRunner,
    ImportProgress,
    ImportStore,
    RosterWork,
    RosterWriter,
    SchoolStateReader,
    HistoryWork,
  ],
  exports: [RosterImportService, ImportRunner],
})
export class RosterImportModule {}
