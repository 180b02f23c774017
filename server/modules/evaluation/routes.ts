import { mount, type Routes } from '../../kernel/http.ts';
import { getStatistics } from './contract.ts';
import { getStatistics as answerStatistics } from './get-statistics.ts';

export function evaluationRoutes(routes: Routes): void {
  mount(routes, getStatistics, answerStatistics);
}
