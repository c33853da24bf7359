/** First and last names by where a family comes from; a client's people are drawn from its mixture. */
export const NAMES = {
  anglo: {
    first:
      'Amelia Oliver Charlotte Jack Isla William Grace Noah Ruby Henry Chloe Lachlan Matilda Angus Georgia Callum Phoebe Rhys Imogen Declan Bronwyn Stuart Fiona Gareth Heather Malcolm Tamsin Nigel Joanne Craig Bridget Warren Kirsty Duncan Leanne Russell Tess Hugo Maeve Lewis',
    last: 'Hartley Pemberton Walsh Mackenzie Thornton Gibbs Ashworth Fletcher Donnelly Carver Prescott Holloway Barker Sutherland Kingsley Lockwood Marsden Nolan Osborne Pryor Quinn Radford Sheldon Tully Underwood Vickers Wakefield Yardley Bramwell Connolly Dawes Eastman Farrow Garrett Hewitt Ingram Jarvis Keating Langford Moffat',
  },
  chinese: {
    first: 'Wei Jing Vivian Kevin Lily Jason Fang Ming Grace Raymond Xin Yan Cindy Alan',
    last: 'Chen Wong Zhang Liu Huang Lam Cheung Zhao Xu Lin Ng Tan',
  },
  indian: {
    first: 'Ananya Rohan Kavya Arjun Meera Vikram Divya Sanjay Pooja Nikhil Lakshmi Anil Shreya Suresh',
    last: 'Sharma Nair Patel Iyer Menon Reddy Gupta Kulkarni Fernandes Singh Desai Pillai',
  },
  italian: {
    first: 'Marco Giulia Antonio Francesca Rocco Bianca Domenic Carla Enzo Rosa',
    last: 'Romano Ferraro Calabrese Conti DeLuca Moretti Sartori Bellini Greco Vitale',
  },
  greek: {
    first: 'Eleni Nikos Despina Costa Sophia Stavros Anthea Theo',
    last: 'Papas Kostas Georgiou Karalis Vlahos Stamatis Andreou Pappas',
  },
  arabic: {
    first: 'Layla Omar Yasmin Khalil Nadia Sami Rania Tarek',
    last: 'Haddad Khoury Mansour Nassar Saleh Farah Aziz Darwish',
  },
  vietnamese: {
    first: 'Linh Minh Thao Duc Hanh Tuan Ngoc Bao',
    last: 'Nguyen Tran Le Pham Vo Dang Bui Do',
  },
  pacific: {
    first: 'Mere Tane Sione Leilani Wiremu Aroha Tevita Hine Mareta Rangi Losa Kahu',
    last: 'Tuhoe Faleolo Ngata Taufa Parata Leota Wihongi Vakalahi Tamihana Sopoaga Rewi Manu',
  },
  german: {
    first: 'Katrin Jürgen Anke Stefan Heike Torsten Ulrike Matthias Sabine Lars Annika Bernd',
    last: 'Vogel Krüger Lindner Schäfer Brandt Hoffmann Seidel Neumann Winkler Böhm Kessler Otto',
  },
  french: {
    first: 'Camille Étienne Solène Thierry Maëlle Pascal Océane Gilles',
    last: 'Lefèvre Moreau Garnier Perrin Chauvin Besson Rolland Tessier',
  },
  japanese: {
    first: 'Haruka Kenji Yui Takumi Naoko Shun Emi Hiroshi',
    last: 'Sato Nakamura Fujita Okada Mori Hayashi Ishikawa Kondo',
  },
  malay: {
    first: 'Nurul Faizal Siti Hafiz Aisyah Rizal',
    last: 'Rahman Ismail Yusof Hamzah Omar Salleh',
  },
  latin: {
    first: 'Camila Diego Lucía Mateo Elena Rafael',
    last: 'Morales Vega Castillo Rojas Herrera Navarro',
  },
} as const;

export type Culture = keyof typeof NAMES;
