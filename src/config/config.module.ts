import { type DynamicModule, Global, Module } from '@nestjs/common';
import { type Config, loadConfig } from './config.js';

/** Injection token of the settings: `constructor(@Inject(CONFIG) private readonly config: Config)`. */
export const CONFIG = Symbol('CONFIG');

@Global()
@Module({})
export class ConfigModule {
  /** Provides `config`, or what the environment says. */
  static forRoot(config: Config = loadConfig()): DynamicModule {
    return { module: ConfigModule, providers: [{ provide: CONFIG, useValue: config }], exports: [CONFIG] };
  }
}
