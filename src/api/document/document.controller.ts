import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { OpenApi } from './open-api.js';

@Controller('api/openapi.json')
@ApiExcludeController()
export class DocumentController {
  constructor(private readonly openApi: OpenApi) {}

  @Get()
  @Header('cache-control', 'public, max-age=300')
  document() {
    return this.openApi.document;
  }
}
