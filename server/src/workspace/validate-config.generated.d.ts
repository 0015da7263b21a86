import type { Validator } from '../plan/yaml/validate.ts';

export declare const validate: Validator;
