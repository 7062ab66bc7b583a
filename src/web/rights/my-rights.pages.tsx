import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Actor } from '../../platform/access/actor.js';
import { Allow, CurrentActor } from '../../platform/access/allow.decorator.js';
import { OwnCopyReader } from '../../privacy-rights/own-copy.reader.js';
import { RightsReader } from '../../privacy-rights/rights.reader.js';
import { type View, WebView } from '../kit/view.js';
import { copyFile } from './copy-file.js';
import { CopyPage } from './copy.page.js';
import { RightsPage } from './rights.page.js';
import { mine } from './whose.js';

/** The privacy rights of the pupil who asks. */
@Allow('pupil')
@ApiExcludeController()
@Controller('mijn')
export class MyRightsPages {
  constructor(
    private readonly rights: RightsReader,
    private readonly copies: OwnCopyReader,
  ) {}

  /** What I can ask for, and who answers when. */
  @Get('rechten')
  async show(@CurrentActor() actor: Actor, @WebView() view: View): Promise<Response> {
    return view.page(<RightsPage whose={mine} overview={await this.rights.overview(actor, actor.id)} />);
  }

  /** Everything that is kept about me. */
  @Get('kopie')
  async copy(@CurrentActor() actor: Actor, @WebView() view: View): Promise<Response> {
    return view.page(<CopyPage whose={mine} copy={await this.copies.copy(actor, actor.id)} />);
  }

  /** The same as a file. */
  @Get('kopie.json')
  async file(@CurrentActor() actor: Actor): Promise<Response> {
    return copyFile(await this.copies.copy(actor, actor.id));
  }
}
