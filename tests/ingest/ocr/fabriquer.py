"""Makes the scanned fixtures of this folder (reportlab, Pillow, numpy, poppler's pdftoppm)."""
import io
import pathlib
import subprocess
import tempfile

import numpy as np
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen import canvas

ICI = pathlib.Path(__file__).parent
HASARD = np.random.default_rng(7)

COUVERTURE = [(24, True, 700, 80, "Programme de travail 2031"), (12, False, 660, 80, "Centre de ressources Ville")]
ACTIONS = [
    (16, True, 760, 60, "Axe 1 : Habiter la ville"),
    (12, True, 715, 60, "1. La gestion urbaine de proximité – groupe de travail"),
    (11, False, 690, 60, "Les bailleurs et les villes cherchent à mieux répondre aux attentes des habitants."),
    (11, False, 676, 60, "Ce groupe réunit les équipes qui conduisent une démarche de proximité."),
    (11, False, 648, 60, "Public : chefs de projet et bailleurs sociaux"),
    (11, False, 634, 60, "Période : 1er semestre 2031"),
    (11, False, 620, 60, "Territoire : Garges-lès-Gonesse et Sarcelles"),
    (11, False, 606, 60, "Intervenant : Jeanne Martin, sociologue"),
    (12, True, 560, 60, "2. Les conseils citoyens – cycle de qualification"),
    (11, False, 535, 60, "Comment associer les habitants aux décisions qui touchent leur quartier ?"),
    (11, False, 507, 60, "Public : agents de développement"),
    (11, False, 493, 60, "Période : octobre 2031"),
    (11, False, 479, 60, "Territoire : Val-d'Oise"),
]


def lignes(c, contenu):
    for taille, gras, y, x, texte in contenu:
        c.setFont("Helvetica-Bold" if gras else "Helvetica", taille)
        c.drawString(x, y, texte)


def image(contenu, dpi=150, bruit=12, biais=0.6, encre=1.0):
    """The page as a scanner gives it: grey, noisy, slightly turned."""
    with tempfile.TemporaryDirectory() as dossier:
        pdf = f"{dossier}/p.pdf"
        c = canvas.Canvas(pdf, pagesize=A4, invariant=1)
        lignes(c, contenu)
        c.showPage()
        c.save()
        subprocess.run(["pdftoppm", "-gray", "-r", str(dpi), pdf, f"{dossier}/p"], check=True)
        page = Image.open(next(pathlib.Path(dossier).glob("p*.pgm"))).rotate(biais, fillcolor=255, resample=Image.BICUBIC)
    points = 255 - (255 - np.asarray(page, dtype=float)) * encre
    points = points - 6 + HASARD.normal(0, bruit, points.shape)
    return Image.fromarray(points.clip(0, 255).astype("uint8"))


def poser(c, img, qualite=30):
    tampon = io.BytesIO()
    img.save(tampon, "JPEG", quality=qualite)
    tampon.seek(0)
    c.drawImage(ImageReader(tampon), 0, 0, *A4)


def ecrire(nom, pages):
    c = canvas.Canvas(str(ICI / nom), pagesize=A4, invariant=1, pageCompression=1)
    for page in pages:
        page(c)
        c.showPage()
    c.save()


if __name__ == "__main__":
    blanc = Image.fromarray(np.full((877, 620), 252, dtype="uint8"))
    taches = Image.fromarray(HASARD.integers(0, 255, (220, 155)).astype("uint8"))
    scan = image(ACTIONS)
    ecrire(
        "numerise.pdf",
        [
            lambda c: lignes(c, COUVERTURE),
            lambda c: (poser(c, scan), lignes(c, [(8, False, 820, 60, "Reçu le 3 mars 2031 - 2")])),
        ],
    )
    ecrire("sans-texte.pdf", [lambda c: poser(c, blanc), lambda c: poser(c, taches, 20), lambda c: None])
