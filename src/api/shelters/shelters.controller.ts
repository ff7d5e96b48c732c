import { Body, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { reasonWords } from '#libs/procedures';
import { roles, type Role } from '#libs/vocabulary';
import type { Identity } from '../../access/index.js';
import { DatabaseError } from '../../platform/index.js';
import { HouseAddresses, HousesService } from '../../shelters/index.js';
import { ApiController, ForRoles, Problem, Who } from '../front-desk/index.js';
import { idParam } from '../shapes.js';
import {
  addedAnswer,
  addressReadingsAnswer,
  bedBody,
  houseBody,
  occupancyAnswer,
  occupancyQuery,
  outOfServiceBody,
  roomBody,
  sheltersAnswer,
  type BedBody,
  type HouseBody,
  type OccupancyQuery,
  type OutOfServiceBody,
  type RoomBody,
} from './shelters.schemas.js';

/** Law enforcement and who only keeps accounts see no shelter. */
const notFor: readonly Role[] = [
  'caseOfficer',
  'investigator',
  'prosecutor',
  'migrationOfficer',
  'administrator',
];

/** Houses and their beds. Only its own people keep a house. */
@ApiController('shelters')
@ForRoles(...roles.filter((role) => !notFor.includes(role)))
export class SheltersController {
  constructor(
    private readonly houses: HousesService,
    private readonly addresses: HouseAddresses,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'listShelters',
    summary:
      'Houses; regions and free beds to who arranges places, address and rooms only to whom the location compartment is open',
  })
  @ApiOkResponse({ standardSchema: sheltersAnswer })
  async list(@Who() who: Identity) {
    return { items: await this.houses.listed(who) };
  }

  @Get(':id/occupancy')
  @ApiOperation({ operationId: 'getOccupancy', summary: 'Nights of the own house, at most 92 days' })
  @ApiOkResponse({ standardSchema: occupancyAnswer })
  async occupancy(
    @Who() who: Identity,
    @Param('id', { schema: idParam }) id: string,
    @Query({ schema: occupancyQuery }) { from, to }: OccupancyQuery,
  ) {
    const items = await this.houses.occupancy(who, id, from, to);
    if (!items) throw new Problem(404, 'not-found');
    return { items };
  }

  @Get(':id/address-readings')
  @ForRoles('shelterWorker', 'supervisor')
  @ApiOperation({
    operationId: 'listAddressReadings',
    summary: 'Who opened the address of the own house, the latest hundred, newest first',
  })
  @ApiOkResponse({ standardSchema: addressReadingsAnswer })
  async readings(@Who() who: Identity, @Param('id', { schema: idParam }) id: string) {
    own(who, id);
    return { items: await this.addresses.readings(who) };
  }

  @Put(':id')
  @HttpCode(204)
  @ForRoles('shelterWorker')
  @ApiOperation({ operationId: 'saveShelter', summary: 'What the own house is: region, protection, address' })
  @ApiNoContentResponse()
  async save(
    @Who() who: Identity,
    @Param('id', { schema: idParam }) id: string,
    @Body({ schema: houseBody }) body: HouseBody,
  ): Promise<void> {
    own(who, id);
    await this.houses.save(who, body);
  }

  @Post(':id/rooms')
  @ForRoles('shelterWorker')
  @ApiOperation({ operationId: 'addRoom', summary: 'A new room of the own house, and whom its beds suit' })
  @ApiCreatedResponse({ standardSchema: addedAnswer })
  async addRoom(
    @Who() who: Identity,
    @Param('id', { schema: idParam }) id: string,
    @Body({ schema: roomBody }) body: RoomBody,
  ) {
    own(who, id);
    return { id: await this.houses.addRoom(who, body).catch(explained) };
  }

  @Post(':id/beds')
  @ForRoles('shelterWorker')
  @ApiOperation({ operationId: 'addBed', summary: 'A new bed of the own house' })
  @ApiCreatedResponse({ standardSchema: addedAnswer })
  async addBed(
    @Who() who: Identity,
    @Param('id', { schema: idParam }) id: string,
    @Body({ schema: bedBody }) { roomId, name }: BedBody,
  ) {
    own(who, id);
    return { id: await this.houses.addBed(who, roomId, name).catch(explained) };
  }

  @Put(':id/beds/:bedId/out-of-service')
  @HttpCode(204)
  @ForRoles('shelterWorker')
  @ApiOperation({ operationId: 'closeBed', summary: 'Take a bed of the own house out of service' })
  @ApiNoContentResponse()
  async closeBed(
    @Who() who: Identity,
    @Param('id', { schema: idParam }) id: string,
    @Param('bedId', { schema: idParam }) bedId: string,
    @Body({ schema: outOfServiceBody }) { reason }: OutOfServiceBody,
  ): Promise<void> {
    own(who, id);
    await this.houses.closeBed(who, bedId, reason).catch(explained);
  }

  @Delete(':id/beds/:bedId/out-of-service')
  @HttpCode(204)
  @ForRoles('shelterWorker')
  @ApiOperation({ operationId: 'reopenBed', summary: 'Put a bed of the own house back into service' })
  @ApiNoContentResponse()
  async reopenBed(
    @Who() who: Identity,
    @Param('id', { schema: idParam }) id: string,
    @Param('bedId', { schema: idParam }) bedId: string,
  ): Promise<void> {
    own(who, id);
    if (!(await this.houses.reopenBed(who, bedId))) throw new Problem(404, 'not-found');
  }
}

/** Another house is not there for her. */
function own({ bodyId }: Identity, id: string): void {
  if (bodyId !== id) throw new Problem(404, 'not-found');
}

function explained(error: unknown): never {
  if (!(error instanceof DatabaseError)) throw error;
  if (error.kind === 'exclusion') throw new Problem(409, 'bed-taken', { detail: reasonWords('bed-taken') });
  if (error.kind === 'foreign-key') throw new Problem(404, 'not-found');
  if (error.kind === 'unique')
    throw new Problem(422, 'invalid-data', { errors: [{ pointer: '/name', code: 'taken' }] });
  throw error;
}
