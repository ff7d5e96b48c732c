import { type MiddlewareConsumer, Module, type NestModule } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import express from 'express';
import { AccessModule } from '../access/index.js';
import { CasesModule } from '../cases/index.js';
import { DeadlinesModule } from '../deadlines/index.js';
import { GuardianshipModule } from '../guardianship/index.js';
import { HandoffsModule } from '../handoffs/index.js';
import { IdentificationModule } from '../identification/index.js';
import { MailModule } from '../mail/index.js';
import { NotificationsModule } from '../notifications/index.js';
import { PlanModule } from '../plan/index.js';
import { SheltersModule } from '../shelters/index.js';
import { SupervisionModule } from '../supervision/index.js';
import { WorklistsModule } from '../worklists/index.js';
import { KeptForms, PageContexts } from './http/index.js';
import { PageFaults } from './http/page-faults.filter.js';
import { CommandForms } from './pages/command/command-forms.js';
import { StepBefore } from './pages/command/step-before.js';
import { pages } from './pages/index.js';
import { LiveRoom } from './pages/live/live-room.js';
import { AssetsController } from './view/assets.controller.js';
import { Views } from './view/views.js';

/** Largest form taken: the longest texts of a command with room to spare. */
const formLimit = '512kb';
const ofMachines = ['api/*path', 'health/*path', 'metrics'];

/** The pages. They call the same services as the interface for machines, never that interface itself. */
@Module({
  imports: [
    AccessModule,
    CasesModule,
    WorklistsModule,
    HandoffsModule,
    GuardianshipModule,
    NotificationsModule,
    MailModule,
    SheltersModule,
    SupervisionModule,
    PlanModule,
    DeadlinesModule,
    IdentificationModule,
  ],
  controllers: [AssetsController, ...pages],
  providers: [
    Views,
    CommandForms,
    StepBefore,
    LiveRoom,
    PageContexts,
    KeptForms,
    { provide: APP_FILTER, useClass: PageFaults },
  ],
})
export class WebModule implements NestModule {
  /** Pages take forms; the interface reads its own bodies. */
  configure(consumer: MiddlewareConsumer): void {
    consumer
      .apply(express.urlencoded({ extended: true, limit: formLimit, parameterLimit: 2000 }))
      .exclude(...ofMachines)
      .forRoutes('*path');
  }
}
