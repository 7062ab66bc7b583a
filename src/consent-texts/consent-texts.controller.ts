import { Body, Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../platform/access/actor.js';
import { Allow, CurrentActor, SignedIn } from '../platform/access/allow.decorator.js';
import { Idempotent } from '../platform/access/idempotent.decorator.js';
import { RelationsReader } from '../pupils/relations.reader.js';
import {
  ConsentTextResponse,
  NewTextRequest,
  TextVersionResponse,
  toTextResponse,
  toVersionResponse,
} from './consent-texts.dto.js';
import { ConsentTextsReader } from './consent-texts.reader.js';
import { ConsentTextsService } from './consent-texts.service.js';

@ApiTags('consent-texts')
@Controller('api/v1')
export class ConsentTextsController {
  constructor(
    private readonly texts: ConsentTextsService,
    private readonly reader: ConsentTextsReader,
    private readonly relations: RelationsReader,
  ) {}

  /** The texts that a pupil and the guardians agree to now, in every language; send the id of the one that was read along with the answer. */
  @Get('pupils/:pupilId/consent-texts')
  @Allow('pupil', 'guardian')
  async ofPupil(
    @CurrentActor() actor: Actor,
    @Param('pupilId', ParseUUIDPipe) pupilId: string,
  ): Promise<TextVersionResponse[]> {
    const { schoolId } = await this.relations.require(actor, pupilId);
    return (await this.reader.versions(schoolId)).map(toVersionResponse);
  }

  /** Every version of the coordinator's region, also what has yet to begin. */
  @Get('consent-texts')
  @Allow('coordinator')
  async ofRegion(@CurrentActor() actor: Actor): Promise<TextVersionResponse[]> {
    return (await this.reader.ofRegion(actor)).map(toVersionResponse);
  }

  /** One text, word for word, however old. */
  @Get('consent-texts/:id')
  @SignedIn()
  async one(@Param('id', ParseUUIDPipe) id: string): Promise<ConsentTextResponse> {
    return toTextResponse(await this.reader.one(id));
  }

  /** Adds a language to a version, or begins a new version. What was added stays as it is. */
  @Post('consent-texts')
  @Allow('coordinator')
  @Idempotent()
  async add(@CurrentActor() actor: Actor, @Body() request: NewTextRequest): Promise<ConsentTextResponse> {
    return toTextResponse(await this.texts.add(actor, request));
  }
}
