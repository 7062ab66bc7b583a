import { Module } from '@nestjs/common';

/** Grown-ups, accounts, sign-in and roles per school. */
@Module({})
export class PeopleModule {}
