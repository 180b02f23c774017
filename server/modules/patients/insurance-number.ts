/** The check of insurance numbers stands in the kernel because billing asks it too. */
export * from '../../kernel/insurance-number.ts';
