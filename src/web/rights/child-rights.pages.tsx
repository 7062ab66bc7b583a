import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Actor } from '../../platform/access/actor.js';
import { Allow, CurrentActor } from '../../platform/access/allow.decorator.js';
import { OwnCopyReader } from '../../privacy-rights/own-copy.reader.js';
import { RightsReader } from '../../privacy-rights/rights.reader.js';
import { RelationsReader } from '../../pupils/relations.reader.js';
import { PathId } from '../kit/params.js';
import { type View, WebView } from '../kit/view.js';
import { copyFile } from './copy-file.js';
import { CopyPage } from './copy.page.js';
import { RightsPage } from './rights.page.js';
import { ofChild } from './whose.js';

/** The privacy rights of a child under 16, for a guardian with custody. */
@Allow('guardian')
@ApiExcludeController()
@Controller('kind/:pupilId')
export class ChildRightsPages {
  constructor(
    private readonly relations: RelationsReader,
    private readonly rights: RightsReader,
    private readonly copies: OwnCopyReader,
  ) {}

  @Get('rechten')
  async show(@CurrentActor() actor: Actor, @PathId('pupilId') pupilId: string, @WebView() view: View) {
    const overview = await this.rights.overview(actor, pupilId);
    const child = await this.relations.child(actor, pupilId);
    return view.page(<RightsPage whose={ofChild(child)} overview={overview} />);
  }

  @Get('kopie')
  async copy(@CurrentActor() actor: Actor, @PathId('pupilId') pupilId: string, @WebView() view: View) {
    const copy = await this.copies.copy(actor, pupilId);
    const child = await this.relations.child(actor, pupilId);
    return view.page(<CopyPage whose={ofChild(child)} copy={copy} />);
  }

  @Get('kopie.json')
  async file(@CurrentActor() actor: Actor, @PathId('pupilId') pupilId: string): Promise<Response> {
    return copyFile(await this.copies.copy(actor, pupilId));
  }
}
