/**
 * What people choose when they are asked for a password, in English and Indonesian, as far as it can make one of ten
 * characters or more. Compiled by hand from what published rankings of leaked passwords have in common.
 */

const words = (text: string): string[] => text.split(/\s+/).filter(Boolean);

/** Words of which common passwords are made: one or two of them, often with a year, a number or a sign around. */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  words(`
password passwort passwd passw passphrase pass word pwd parola senha contrasena motdepasse mdp wachtwoord
welcome bienvenue willkommen hello hallo hola login logon signin signup enter access open sesame letmein letme
admin administrator administrador root toor user username guest test tester testing demo sample example default
temp temporary change changeme changeit please secret secure security private master super superuser manager
server system windows microsoft apple google android samsung nokia iphone facebook twitter instagram youtube
linkedin internet computer laptop keyboard office company business company123 support service account qwerty
qwertz azerty asdf asdfgh zxcv zxcvbn zxcvbnm asd zxc qwe qaz wsx edc abc abcd abcde abcdef xyz
love iloveyou iloveu loveyou lovely lover loveme ilove you me my mylove babygirl baby girl boy babyboy angel
angels princess prince queen king sweet sweety sweetie sweetheart honey sugar candy chocolate cookie cupcake
beautiful pretty cute sexy hottie kisses kiss hugs forever always never together friend friends friendship bff
family mother father mommy mummy daddy mama papa mom dad sister brother wife husband
monkey dragon tiger lion panther eagle falcon phoenix wolf bear panda kitty kitten hello dog cat puppy bunny
rabbit horse dolphin butterfly turtle spider snake shark chicken pumpkin peanut banana apple orange cherry
strawberry lemon ginger pepper coffee cheese pizza
football soccer baseball basketball hockey tennis golf golfer cricket rugby volleyball swimming boxing wrestling
liverpool arsenal chelsea barcelona realmadrid real madrid juventus manchester united milan inter everton
yankees cowboys lakers steelers eagles rangers patriots redsox ronaldo messi jordan michael23
superman batman spiderman ironman wonderwoman captain america hulk thor avengers marvel starwars star wars
skywalker vader matrix pokemon pikachu naruto sasuke doraemon dragonball goku onepiece luffy minecraft roblox
fortnite mobile legends gamer games game player playboy xbox nintendo playstation mario zelda sonic counter strike
snoopy garfield mickey minnie mouse barbie elsa frozen hellokitty winnie tweety shrek nemo simba bambi
harley davidson ferrari porsche mercedes toyota honda yamaha suzuki mustang corvette camaro
metallica nirvana eminem slipknot blink182 beatles elvis rockstar rock music guitar drummer piano singer dance
sunshine sunflower flower flowers rainbow summer winter spring autumn january february march april may june july
august september october november december monday tuesday wednesday thursday friday saturday sunday
morning night moon moonlight stars midnight shadow storm thunder lightning fire ocean river mountain island
london paris newyork york america england canada australia germany india china japan mexico brasil brazil
freedom liberty justice peace hope faith trust trustno trustnoone believe jesus christ jesuschrist god godisgood
godislove bless blessed blessing heaven church bible amen allah muhammad mohammad islam bismillah alhamdulillah
happy smile smiley lucky winner success money dollar million rich power strong magic mystery dream dreams
michael michelle jennifer jessica ashley amanda nicole daniel david andrew anthony joshua matthew thomas robert
william richard charles alexander alexandra benjamin christian christopher jonathan nicholas samantha stephanie
elizabeth victoria veronica patricia patrick jasmine isabella gabriel gabriela sophia oliver charlie buster maggie
bailey hunter hannah jordan taylor austin dallas george george ginger joseph martin maverick merlin rachel
california washington tennessee philadelphia pittsburgh louisiana mississippi minnesota pennsylvania massachusetts
connecticut switzerland netherlands scotland ireland portugal argentina colombia venezuela singapore malaysia
thailand philippines vietnam bangladesh pakistan nigeria southafrica newzealand amsterdam barcelona copenhagen
manchester birmingham nottingham southampton newcastle westham tottenham middlesbrough celtic hollywood manhattan
chicago houston denver detroit seattle atlanta orlando florida texas arizona nevada hawaii alaska toronto montreal
terminator predator undertaker highlander gladiator transformers spaceship enterprise startrek starcraft warcraft
worldofwarcraft battlefield callofduty halflife assassin assassins creed finalfantasy thesims grandtheftauto
metalgear residentevil tombraider needforspeed leagueoflegends counterstrike mortalkombat streetfighter
ironmaiden metallica rammstein linkinpark greenday backstreet backstreetboys onedirection justinbieber ladygaga
rollingstones pinkfloyd ledzeppelin guns roses gunsnroses blackmetal heavymetal hardcore rocknroll hiphop
motorcycle motorola volkswagen mitsubishi lamborghini hotwheels skateboard snowboard basketballer racecar truck
engineer electric electronics computers programmer developer director operator technician mechanic architect
accountant marketing business manager department university academy institute professor scientist student
president secretary treasurer commander lieutenant sergeant general marines airforce firefighter policeman
butterflies elephant crocodile alligator salamander chihuahua bulldog labrador rottweiler grasshopper bumblebee
blackbird hummingbird woodpecker cheetah leopard jaguar gorilla chimpanzee kangaroo penguin flamingo peacock
watermelon pineapple blueberry raspberry blackberry cheesecake marshmallow butterscotch gingerbread spaghetti
hamburger sandwich mushroom vegetable
mountains waterfall rainforest hurricane earthquake universe galaxy saturn jupiter neptune mercury venus pluto
christmas halloween thanksgiving easter birthday happybirthday anniversary wedding holiday vacation weekend
abcdefghij absolutely adventure alexander alexandre alejandro alessandra alessandro anastasia aleksandra
alexandria antonio archangel armageddon attitude avalanche awesome babylon balance bastard beautifulgirl believer
bluebird boomerang breakfast brilliant broadway brothers bulldogs california cameron carolina caroline cassandra
catherine katherine challenge champion champions chevrolet children chinatown chopper cinderella classic clifford
clinton collection columbia communication community concrete conquest constant continue control cooldude coolguy
cooper crazy creative crystal cunningham danielle darkness darkangel dark knight darkknight darkside daughter
december delicious destination destiny development diamond diamonds digital discovery distance disturbed division
dominic dominique dreamer dreaming education einstein elizabeth emergency emotional encounter endless england
entertainment eternity evangelion everybody everyday everything evolution excalibur excellent experience explorer
extreme fantastic fantasy favorite federation fernando firebird flashlight football foundation francesca francisco
frankenstein franklin frederick freelance friendly friendster funny future galatasaray gangster generation genesis
gentleman georgia germany giovanni goldfish goodluck government graduate grandma grandpa gratitude greatness
greenland guardian guitarist hallelujah handsome hardwork harmony hercules hernandez highschool history homework
honesty horizon hotmail hurricanes imagination immortal important impossible incredible independent infinity
information insomnia inspiration instinct integrity intelligence international invincible invisible isabelle
jellybean jonathon kimberly knowledge leadership legendary leonardo lighthouse lightning lollipop lonely
madonna magazine magical magnolia margaret marie mariposa marshall martinez mastermind mathematics melissa
memories metropolis midnight millennium millionaire mississauga mitchell moonlight mushrooms musician mustangs
natalie nathaniel national network nicholas nightmare nighthawk nightwing northside october olivia operation
paradise paradox passion peaceful perfect performance personal phantom philosophy photography pictures platinum
portland positive power powerful precious prodigy promise protection psychology pussycat quality rachelle radio
rastafari reality rebecca rebellion redemption remember renaissance research revolution ricardo roadrunner
rodriguez romantic sacrifice salvation sanchez santiago satellite saturday scorpion sebastian september serenity
sessions shannon sherlock shithead silence simplicity skeleton snowball snowflake snowman something southside
spectrum spirit spiritual spongebob squirrel stanford starlight strength submarine supernatural surprise survivor
technology telephone television temptation tequila tetris theking thebest themaster theresa timothy together
tomorrow tournament tradition treasure triangle trinity triumph tropical underground understand unicorn
unforgiven unlimited valentina valentine valentino vampire vanessa velocity vengeance victory vincent virginia
visionary warrior warriors waterloo webmaster westside whiskey wildcats wilderness williams wisdom wolverine
wonderful workshop wrestler xxx yesterday yourself zeppelin
school student teacher university college class nurse doctor soldier police fucker fuckyou fuck you asshole
bitch bullshit whatever nothing anything something blahblah unknown hacker hacked killer slayer ninja samurai
katasandi kata sandi sandiku passwordku rahasia rahasiaku sayang sayangku sayangkamu sayangmu akusayangkamu cinta
cintaku cintamu cintakamu akucintakamu akucinta kamu aku kita rindu rinduku kangen kekasih pacar pacarku jodoh
keluarga keluargaku anakku anak ibu ibuku ayah ayahku bapak mamah bunda bundaku adik kakak nenek kakek istriku
suamiku sahabat sahabatku teman bahagia bahagiaselalu selalu selamanya semangat sukses sukseskan berkah barokah
indonesia indonesiaku indonesiaraya merdeka garuda nusantara jakarta bandung surabaya semarang yogyakarta jogja
medan makassar malang denpasar bali bogor bekasi depok tangerang palembang balikpapan padang solo jawa sumatera
persib persija persebaya arema aremania bobotoh viking bonek timnas sepakbola bismilah assalamualaikum insyaallah
masyaallah subhanallah allahuakbar astaghfirullah ramadhan muslimah muslim islamku kristus tuhan tuhanyesus yesus
yesuskristus puji syukur haleluya doa bidadari bintang bulan matahari pelangi melati mawar kupukupu kucing
kelinci gajah harimau macan naga sekolah kuliah kampus mahasiswa kantor kerja bos juragan ganteng cantik manis
imut gaul keren jomblo galau bebas mantap mantapjiwa selamat pagi malam datang siang coba percobaan masuk buka
gantisandi ubahsandi pengguna tamu konsultan penilai omnichannel harmoni
`),
);

/** Whole passwords that the rules for words, keyboards and repetitions do not find. */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  words(`
correcthorsebatterystaple thisismypassword thisisapassword mypasswordis iamtheking iamtheone iamthebest
ihateyou123 ihatepasswords youknowme whoareyou whatisthis whatthefuck howareyou iforgotmypassword idontknow
dontforget dontknow123 noneofyour noneofyourbusiness givemeaccess openthedoor donttellanyone opensesame
onetwothree onetwothreefour satuduatiga satuduatigaempat abcdefg123 a1b2c3d4e5 a1s2d3f4g5 1a2b3c4d5e 1a2s3d4f5g
q1w2e3r4t5 1z2x3c4v5b p@ssw0rd123 trustno1trustno1 qwer1234qwer 1234qwerasdf asdf1234asdf 123qwe123qwe 123qweasdzxc
qweasdzxc123 1qazxsw23edc zaq1xsw2cde3 3141592653 31415926535 2718281828 1123581321 0192837465 1029384756 5647382910
1357924680 2468013579 9876543210 7894561230 1472583690 7418529630 1593572486 159357258456 147258369 741852963
123123123a 112233445566 1122334455 1212312121 1231231234 1010101010 tinkerbell mississippi wonderland neverland
lordoftherings gameofthrones startrekfan starwarsfan harrypotter hogwarts manchesterunited manutd1234 liverpoolfc
chelseafc01 arsenalfc01 realmadridcf fcbarcelona visca barca bismillahirrahmanirrahim lailahaillallah
alhamdulillahirabbilalamin tuhanmemberkati tuhanbaik bhinnekatunggalika pancasila17 sumpahpemuda proklamasi
17agustus1945 170845170845 indonesiamerdeka indonesiajaya gadjahmada sriwijaya majapahit borobudur candiborobudur
`),
);
