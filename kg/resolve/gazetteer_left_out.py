"""Places of GeoNames that do not become entries of the gazetteer, though they are large: judged one by one."""

OTHER_SCRIPTS = (
    "AE AF AM BD BG BH BY EG ER ET GE GR IL IQ IR JO KG KH KP KW KZ LA LB LK LY MK MM MN NP OM PS QA RS RU SA SD SY TH "
    "TJ TM UA UZ YE"
)
"""Countries whose cities each language spells in its own way (Tsjeljabinsk, Tcheliabinsk): by hand, in cities.yaml."""

_MEAN_SOMETHING_ELSE = """
Aba, Acapulco de Juárez, Assen, Baise, Barking, Bradford, Burnley, Cali, Carrefour, Chandler, Charlotte, Chesapeake,
Chihuahua, Cixi, Crawley, Elk Grove, Erode, Eugene, Fes, Frisco, Garland, General Santos, Gilbert, Golfe, Gouda,
Hardenberg,
Harrow, Hayward, Herne, Hoorn, Irving, Jette, Jos, Kalyan, Kawaguchi, Kawasaki, Kennedy, Kota, Loni, Luton, Male,
Matsuyama, McKinney, Meads, Mesa, Mobile, Mons, Nancy, Nassau, Natal, Orange, Oss, Pest, Plano, Pomona, Poole,
Providence, Queens, Raleigh, Reno, Rohini, Salzgitter, Serra, Siegen, Slough, Stockton, Surrey, Sutton, Telford, Tempe,
Teni, Teresina, Thane, The Valley, Tours, Valenzuela, Van
"""  # ordinary words, first names, surnames, firms

_SEVERAL_PLACES = """
Cabinda, Deurne, Freiburg, Gold Coast, Gombe, Guatemala City, Jilin, Nanyang, Oldenburg, Oyo, Puebla,
San Luis Potosí, Santiago, St Helens, Tri-Cities, Villa Nueva, Yulin, Zanzibar
"""  # also a region or an island, or one of several places in the news; or a name that only English has

_DISTRICTS = """
Abobo, Adachi, Agege, Aihara, Ajegunle, Altona, Amsterdam-Zuidoost, Archway, Arifwala, Bağcılar, Bahçelievler, Balbala,
Banan, Banqiao, Bao'an, Battagram, Becontree, Bergedorf, Bhayandar, Bilimora, Bình Thạnh, Bokaro, Borama, Borivli,
Brooklyn, Buda, Budta, Bukit Rahman Putra, Calamba, Calumbo, Camama, Camayenne, Çankaya, Charlottenburg, Chongming,
Chợ Lớn, Chunian, Chuxiong, City of Westminster, Coyoacán, Cuautitlán Izcalli, Dagenham, Daxing'anling, Deer Valley,
Dharavi, Dombivali, East Chattanooga, East Flatbush, East New York, Ebute Ikorodu, Edogawe, Eimsbüttel, Enfield Town,
Esenler, Esenyurt, Evaton, Fengxiang, Friedrichshain, Guankou, Guli, Gustavo Adolfo Madero, Hamburg-Mitte, Hamburg-Nord,
Harburg, Heroica Matamoros, Hoji ya Henda, Honcho, Hong Kong Island, Hongkou, Huangpu, Ilford, Islington, Itabashi,
Iztapalapa, Jajmau, Jalalpur Pirwala, Jhang Sadr, Jiading, Kallakurichi, Kampung Baru Subang, Kampung Larkin Lama,
Kanayannur, Karol Bagh, Kikolo, Kimhae, Koto, Kota Damansara, Kota Kuala Muda, Kowloon, Kreuzberg, Küçükçekmece,
León de los Aldama, Lexington-Fayette, Luancheng, Luohu District, Maianga, Maipú, Malingao, Marienthal, Maryvale,
Marzahn, Mendip, Mengzi, Minhang, Mukim Pulai, Mulenvos, Najafgarh, Nansana, Narela, Neue Neustadt, Neukölln,
New Kingston, New South Memphis, New Territories, Nilüfer, Nippes, North Las Vegas, Nowrangapur, Panshan, Pasir Gudang,
Pelentong, Porz am Rhein, Prenzlauer Berg, Pudong, Putuo, Puxi, Qingpu, Rasapudipalem, Road Town, Rodenkirchen, Sangli,
Santo Domingo Este, Santo Domingo Oeste, Schöneberg, Selayang Baru Utara, Setagaya, Shangyu, Shivaji Nagar, Situbondo,
Songjiang, Soshanguve, South Boston, Staten Island, Suginami, Sunrise Manor, Talatona, Tanggu, Tempe Junction,
The Bronx, Thembisa, Thủ Đức, Thuận An, Tlalpan, Tottenham, Tuen Mun, Umraniye, Upper West Side, Üsküdar, Velsen-Zuid,
Victoria de Durango, Vinh, Walthamstow, Wandsbek, Wanxian, Wanzhou, Washington Heights, West Raleigh, Wilmersdorf,
Xuhui, Yangpu, Zhabei, Zhu Cheng City, Álvaro Obregón
"""  # parts of a city, and places whose number of inhabitants is that of something larger

LEFT_OUT = frozenset(
    name.strip() for names in (_MEAN_SOMETHING_ELSE, _SEVERAL_PLACES, _DISTRICTS) for name in names.split(",")
)
"""Names as GeoNames has them."""
