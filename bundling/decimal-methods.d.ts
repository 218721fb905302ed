export declare const decimalMethods: readonly string[]
export declare const decimalStatics: readonly string[]
export declare const reduceDecimal: (source: string) => string
