// Mantine's styles in their layer first; ours are outside of any layer and therefore win.
import '@mantine/core/styles.layer.css';
import '@mantine/dates/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import '@mantine/schedule/styles.layer.css';
import '@mantine/charts/styles.layer.css';
import '../ui/fonts/fonts.css';
import '../ui/base.css';
import '../ui/sizes.css';
