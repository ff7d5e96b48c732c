import { Controller, Get, Header, NotFoundException, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { Views } from './views.js';

/** The style sheet, the script and the icon. Their addresses change with their content. */
@Controller('assets')
@ApiExcludeController()
export class AssetsController {
  constructor(private readonly views: Views) {}

  @Get(':name')
  @Header('cache-control', 'public, max-age=31536000, immutable')
  @Header('x-content-type-options', 'nosniff')
  one(@Param('name') name: string, @Res({ passthrough: true }) response: Response): string {
    const found = Object.values(this.views.assets).find(({ path }) => path === `/assets/${name}`);
    if (!found) throw new NotFoundException();
    response.type(found.type);
    return found.body;
  }
}
