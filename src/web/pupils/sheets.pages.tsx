import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { SheetsReader } from '../../dossier/sheets.reader.js';
import type { Actor } from '../../platform/access/actor.js';
import { Allow, CurrentActor } from '../../platform/access/allow.decorator.js';
import { TakeAlong } from '../../platform/access/paced.decorator.js';
import { PathId } from '../kit/params.js';
import { type View, WebView } from '../kit/view.js';
import { SheetsPage } from './sheets.page.js';

/** The printed page of a pupil, for the parents' evening: one, a whole group, or the pupil's own. */
@ApiExcludeController()
@Controller()
export class SheetPages {
  constructor(private readonly sheets: SheetsReader) {}

  @Get('leerlingen/:pupilId/afdruk')
  @TakeAlong()
  @Allow('decaan', 'lob-coordinator', 'mentor')
  async pupil(@CurrentActor() actor: Actor, @PathId('pupilId') pupilId: string, @WebView() view: View) {
    const sheet = await this.sheets.ofPupil(actor, pupilId);
    const back = { href: `/leerlingen/${pupilId}`, text: sheet.profile.name };
    return view.page(<SheetsPage title={`Afdruk van ${sheet.profile.name}`} back={back} sheets={[sheet]} />);
  }

  @Get('klassen/:groupId/afdruk')
  @TakeAlong()
  @Allow('decaan', 'lob-coordinator', 'mentor')
  async group(@CurrentActor() actor: Actor, @PathId('groupId') groupId: string, @WebView() view: View) {
    const { group, sheets } = await this.sheets.ofGroup(actor, groupId);
    const back = { href: `/klassen/${groupId}`, text: `Klas ${group}` };
    return view.page(<SheetsPage title={`Ouderavond klas ${group}`} back={back} sheets={sheets} />);
  }

  @Get('mijn/afdruk')
  @TakeAlong()
  @Allow('pupil')
  async own(@CurrentActor() actor: Actor, @WebView() view: View): Promise<Response> {
    const sheet = await this.sheets.ofPupil(actor, actor.id);
    const back = { href: '/mijn', text: 'Mijn dossier' };
    return view.page(<SheetsPage title="Afdruk van mijn dossier" back={back} sheets={[sheet]} />);
  }
}
