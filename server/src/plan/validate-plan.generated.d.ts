import type { Validator } from './yaml/validate.ts';

export declare const validate: Validator;
