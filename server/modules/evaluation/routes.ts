import { mount, type Routes } from '../../kernel/http.ts';
import { getStatistics } from './contract.ts';
import * as feedback from './feedback-contract.ts';
import { getStatistics as answerStatistics } from './get-statistics.ts';
import { giveFeedback, viewFeedback } from './give-feedback.ts';

export function evaluationRoutes(routes: Routes): void {
  mount(routes, getStatistics, answerStatistics);
  mount(routes, feedback.getFeedback, viewFeedback);
  mount(routes, feedback.giveFeedback, giveFeedback);
}
