import { Injectable } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';

/** The document of the running interface; set once, when the application is put together. */
@Injectable()
export class OpenApi {
  private made?: OpenAPIObject;

  set(document: OpenAPIObject): void {
    this.made = document;
  }

  get document(): OpenAPIObject {
    if (!this.made) throw new Error('the document is made when the application starts');
    return this.made;
  }
}
