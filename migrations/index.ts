import type { MigrationInterface } from 'typeorm';
import { Clock1700000000001 } from './1700000000001-clock.js';
import { Access1700000000010 } from './1700000000010-access.js';
import { Cases1700000000020 } from './1700000000020-cases.js';
import { Vault1700000000030 } from './1700000000030-vault.js';
import { Worklists1700000000040 } from './1700000000040-worklists.js';
import { Wakes1700000000050 } from './1700000000050-wakes.js';
import { CarriedFloors1700000000060 } from './1700000000060-carried-floors.js';
import { AlteredTexts1700000000080 } from './1700000000080-altered-texts.js';
import { Tries1700000000081 } from './1700000000081-tries.js';
import { Mail1700000000090 } from './1700000000090-mail.js';
import { Guardianship1700000000110 } from './1700000000110-guardianship.js';
import { SurvivingCase1700000000120 } from './1700000000120-surviving-case.js';
import { Encounters1700000000130 } from './1700000000130-encounters.js';
import { Checkpoints1700000000135 } from './1700000000135-checkpoints.js';
import { Stuck1700000000140 } from './1700000000140-stuck.js';
import { Shelters1700000000150 } from './1700000000150-shelters.js';
import { HouseAddresses1700000000160 } from './1700000000160-house-addresses.js';
import { FamilyHouses1700000000170 } from './1700000000170-family-houses.js';
import { CarriedPlacements1700000000180 } from './1700000000180-carried-placements.js';
import { Duties1700000000190 } from './1700000000190-duties.js';
import { AdministrativeActs1700000000200 } from './1700000000200-administrative-acts.js';
import { Catalogues1700000000210 } from './1700000000210-catalogues.js';
import { DeclaredConflicts1700000000220 } from './1700000000220-declared-conflicts.js';
import { ClockMoves1700000000230 } from './1700000000230-clock-moves.js';
import { JustOpened1700000000240 } from './1700000000240-just-opened.js';
import { ReadingsOfCases1700000000250 } from './1700000000250-readings-of-cases.js';
import { AnsweredLate1700000000260 } from './1700000000260-answered-late.js';
import { AnsweredRevisions1700000000270 } from './1700000000270-answered-revisions.js';
import { Systems1700000000280 } from './1700000000280-systems.js';
import { OwedUntilAnswered1700000000290 } from './1700000000290-owed-until-answered.js';
import { OldEncounters1700000000300 } from './1700000000300-old-encounters.js';

/** Every migration, oldest first. */
export const migrations: (new () => MigrationInterface)[] = [
  Clock1700000000001,
  Access1700000000010,
  Cases1700000000020,
  Vault1700000000030,
  Worklists1700000000040,
  Wakes1700000000050,
  CarriedFloors1700000000060,
  AlteredTexts1700000000080,
  Tries1700000000081,
  Mail1700000000090,
  Guardianship1700000000110,
  SurvivingCase1700000000120,
  Encounters1700000000130,
  Checkpoints1700000000135,
  Stuck1700000000140,
  Shelters1700000000150,
  HouseAddresses1700000000160,
  FamilyHouses1700000000170,
  CarriedPlacements1700000000180,
  Duties1700000000190,
  AdministrativeActs1700000000200,
  Catalogues1700000000210,
  DeclaredConflicts1700000000220,
  ClockMoves1700000000230,
  JustOpened1700000000240,
  ReadingsOfCases1700000000250,
  AnsweredLate1700000000260,
  AnsweredRevisions1700000000270,
  Systems1700000000280,
  OwedUntilAnswered1700000000290,
  OldEncounters1700000000300,
];
