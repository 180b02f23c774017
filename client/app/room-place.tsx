import { IconFilePencil, IconFileText, IconHeartRateMonitor } from '@tabler/icons-react';
import { RequestPanel } from '../features/consultation/request-panel.tsx';
import { RoomPage } from '../features/consultation/room-page.tsx';
import type { RoomPanel } from '../features/consultation/room-panel.ts';
import { TakeIntoReportContext } from '../features/consultation/take-into-report.ts';
import { ReportPanel } from '../features/records/report-panel.tsx';
import { takeIntoReport } from '../features/records/take-into-report.ts';
import { VitalsPanel } from '../features/triage/vitals-panel.tsx';

/** The room with what other features put beside the video. */
const panels: readonly RoomPanel[] = [
  {
    name: 'request',
    label: 'consultation.panels.request',
    icon: IconFileText,
    sides: ['requester', 'provider'],
    kinds: ['scheduled', 'urgent'],
    Content: RequestPanel,
  },
  {
    name: 'vitals',
    label: 'consultation.panels.vitals',
    icon: IconHeartRateMonitor,
    sides: ['requester', 'provider'],
    kinds: ['urgent'],
    Content: VitalsPanel,
  },
  {
    name: 'report',
    label: 'consultation.panels.report',
    icon: IconFilePencil,
    sides: ['provider'],
    kinds: ['scheduled', 'urgent'],
    Content: ReportPanel,
  },
];

export function RoomPlace() {
  return (
    <TakeIntoReportContext value={takeIntoReport}>
      <RoomPage panels={panels} />
    </TakeIntoReportContext>
  );
}
