// The assessment in a React 19 tree: an element like any other, with properties and events by their own names.
// The package's folder is served as /velocity-gap/, since a bundle lies elsewhere than the files that the element fetches.

import { StrictMode, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { VelocityGapAssessment } from 'velocity-gap';
import 'velocity-gap/react';

VelocityGapAssessment.base = new URL('/velocity-gap/', location.href).href;

function Page() {
  const assessment = useRef(null);
  const [progress, setProgress] = useState(null);
  const [index, setIndex] = useState(null);
  return (
    <main>
      <h1>How fast do your leaders grow?</h1>
      <velocity-gap-assessment
        ref={assessment}
        locale="en"
        loading="eager"
        onvg-progress={({ detail }) => setProgress(detail)}
        onvg-complete={({ detail }) => setIndex(detail.index.value)}
      >
        <p>The assessment is on its way.</p>
      </velocity-gap-assessment>
      <p role="status">{progress ? `${progress.answered} of ${progress.of} answered` : 'Not begun'}</p>
      {index !== null && <p>Your index: <output>{index.toFixed(1)}</output></p>}
      <button type="button" onClick={() => assessment.current.reset()}>Begin again</button>
    </main>
  );
}

createRoot(document.getElementById('root')).render(<StrictMode><Page /></StrictMode>);
